import numpy as np

def conv_output_size(n,f,p,s):
    return max((n+2*p-f-1)//s+1,0)
