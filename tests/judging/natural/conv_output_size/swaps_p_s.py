import numpy as np

def conv_output_size(n,f,p,s):
    p,s=s,p
    return max((n+2*p-f)//max(s,1)+1,0)
