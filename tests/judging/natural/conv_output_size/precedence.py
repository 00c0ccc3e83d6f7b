import numpy as np

def conv_output_size(n,f,p,s):
    return max(n+2*p-f//s+1,0)
