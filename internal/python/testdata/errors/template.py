{% if x %}  # want template "invalid syntax"
DEBUG = True
{% endif %}  # want template "invalid syntax"
X = {{ a b }}  # want template "invalid syntax"
Y = {{ a|default("b") }}
Z = <%= a %>  # want template "invalid syntax"
W = %(name)s  # want template "invalid syntax"
V = @@NAME@@  # want template "invalid syntax"
U = ${NAME}  # want template "invalid character"
T = "{{ a }}"
S = 1
# keeps BadStmt {% if x %}
# keeps Assign DEBUG = True
# keeps BadStmt {% endif %}
# keeps BadStmt X = {{ a b }}
# keeps Assign Y = {{ a|default("b") }}
# keeps BadStmt Z = <%= a %>
# keeps BadStmt W = %(name)s
# keeps BadStmt V = @@NAME@@
# keeps BadStmt U = ${NAME}
# keeps Assign T = "{{ a }}"
# keeps Assign S = 1
---
A = 1
# want +1 template "invalid syntax"
{# a comment #}
B = 2
# want +1 template "invalid syntax"
{#- another -#}
C = 3
# keeps Assign A = 1
# keeps BadStmt {# a comment #}
# keeps Assign B = 2
# keeps BadStmt {#- another -#}
# keeps Assign C = 3
---
{% if x %}  # want template "invalid syntax"
    DEBUG = True
    A = 1
{% endif %}  # want template "invalid syntax"
B = 2
# keeps BadStmt {% if x %}
# keeps Assign DEBUG = True
# keeps Assign A = 1
# keeps BadStmt {% endif %}
# keeps Assign B = 2
---
{% comment %} don't {% endcomment %}  # want template ""
A = 1
# keeps BadStmt {% comment %} don't {% endcomment %}  # want template ""
# keeps Assign A = 1
