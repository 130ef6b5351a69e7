"""Record the defaults of the installed Django: python testdata/global_settings.py > testdata/global_settings-5.2.json."""

import json
import sys

from django.conf import global_settings

defaults = {name: repr(getattr(global_settings, name)) for name in dir(global_settings) if name.isupper()}
json.dump(defaults, sys.stdout, indent=1, sort_keys=True)
print()
