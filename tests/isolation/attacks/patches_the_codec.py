"""Replace the decoder in every module that has one."""

import sys


def attack(folder, port):
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("gradkata."):
            for name in ("decode", "parse"):
                if hasattr(module, name):
                    setattr(module, name, lambda *_, **__: "forged")
    return "honest"
