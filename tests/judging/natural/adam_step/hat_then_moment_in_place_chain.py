import numpy as np

def adam_step(w,m,v,g,t,lr,b1,b2,eps):
    m=b1*m+(1-b1)*g; v=b2*v+(1-b1)*g*g
    return w-lr*(m/(1-b1**t))/(np.sqrt(v/(1-b2**t))+eps), m, v
