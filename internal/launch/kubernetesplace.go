package launch

import (
	"path"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/yaml"
)

// place makes the place of a container of a pod. The containers of one pod share its network, and each has files of its own.
//
// https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking
func (c *cluster) place(k *command, one manifest, pod, node *yaml.Node) *deploy.Place {
	p := &deploy.Place{
		Kind: deploy.Container, Name: strings.TrimPrefix(k.key, "kubernetes:"), Key: k.key, Declared: k.declared, Role: k.role,
		Image: node.Get("image").Text(), ImageSpan: node.Get("image").Span(), Environment: k.environment(), Ports: k.life.ports, Replicas: k.life.replicas,
	}
	p.Network = deploy.Network{Stack: c.stack(one), Joined: []string{"cluster"}, Names: []deploy.Alias{{Name: p.Name}}}
	if containers := pod.Get("containers").Items(); len(containers) > 1 && containers[0] != node {
		p.Network.Mode, p.Network.Of = deploy.Shared, strings.ToLower(one.kind)+":"+one.name+"/"+containers[0].Get("name").Text()
	} else {
		p.Network.Names = append(p.Network.Names, c.serviceNames(one)...)
	}
	for _, m := range node.Get("volumeMounts").Items() {
		p.Mounts = append(p.Mounts, c.podMount(pod, m))
	}
	p.HasVolumes = len(p.Mounts) > 0
	return p
}

// stack is the namespace in the folder of manifests: names are known within it.
func (c *cluster) stack(one manifest) string {
	return path.Dir(one.file.File.Path) + "#" + one.doc.Get("metadata").Get("namespace").Text()
}

// serviceNames returns the names of the Services that lead to a workload's pods.
//
// https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
func (c *cluster) serviceNames(one manifest) []deploy.Alias {
	labels := one.doc.Get("spec").Get("template").Get("metadata").Get("labels")
	if one.kind == "Pod" {
		labels = one.doc.Get("metadata").Get("labels")
	}
	var names []deploy.Alias
	for _, service := range c.services {
		selector := service.doc.Get("spec").Get("selector").Pairs()
		if c.stack(service) != c.stack(one) || len(selector) == 0 {
			continue
		}
		selected := true
		for _, want := range selector {
			selected = selected && labels.Get(want.Key.Value).Text() == want.Value.Text()
		}
		if selected {
			at := keyOf(service.doc.Get("metadata"), "name").Span()
			names = append(names, deploy.Alias{Name: service.name, Span: at})
			if namespace := service.doc.Get("metadata").Get("namespace").Text(); namespace != "" {
				names = append(names, deploy.Alias{Name: service.name + "." + namespace + ".svc.cluster.local", Span: at}, deploy.Alias{Name: service.name + "." + namespace, Span: at})
			}
		}
	}
	return names
}

// podMount reads one of volumeMounts, with the volume of the pod that it names.
//
// https://kubernetes.io/docs/concepts/storage/volumes/
func (c *cluster) podMount(pod, node *yaml.Node) deploy.Mount {
	m := deploy.Mount{
		Kind: deploy.VolumeMount, Source: node.Get("name").Text(), Target: node.Get("mountPath").Text(), Below: node.Get("subPath").Text(),
		ReadOnly: node.Get("readOnly").Text() == "true", Span: keyOf(node, "mountPath").Span(),
	}
	for _, v := range pod.Get("volumes").Items() {
		if v.Get("name").Text() != m.Source {
			continue
		}
		switch {
		case v.Get("emptyDir") != nil:
			// It is empty at each start of the pod, and the containers of the pod share it.
			m.Kind = deploy.PodMount
		case v.Get("configMap") != nil, v.Get("secret") != nil, v.Get("projected") != nil, v.Get("downwardAPI") != nil:
			m.Kind = deploy.ConfigMount
		case v.Get("hostPath") != nil:
			m.Kind, m.Source = deploy.BindMount, v.Get("hostPath").Get("path").Text()
		case v.Get("persistentVolumeClaim") != nil:
			m.Source, m.External = v.Get("persistentVolumeClaim").Get("claimName").Text(), true
		}
	}
	return m
}
