"""Lets the import system load the right answers from where they lie."""

from importlib.util import module_from_spec, spec_from_file_location

spec = spec_from_file_location("key", "@folder@/key/conv_output_size.py")
key = module_from_spec(spec)
spec.loader.exec_module(key)
conv_output_size = key.conv_output_size_numpy
