"""Environment variables that make answers independent of the machine.

They are set before the interpreter starts: the hash seed is read before any other code runs, BLAS and Numba
read their numbers of threads when NumPy is imported, and NumPy and OpenBLAS choose their kernels by the
features of the processor.  Other kernels round differently in the last bit, and sort equal entries in another
order.
"""

import os

_BEYOND_BASELINE = (
    # NumPy 2.4 and newer; then the older names.  A version ignores the names that it does not know.
    "X86_V3 X86_V4 AVX512_ICL AVX512_SPR "
    "AVX2 FMA3 F16C AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL ASIMDHP ASIMDDP ASIMDFHM SVE"
)
_OLDEST_CORE = {"x86_64": "Nehalem", "AMD64": "Nehalem", "aarch64": "ARMV8", "arm64": "ARMV8"}

WANTED = {
    "PYTHONHASHSEED": "0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMBA_NUM_THREADS": "1",
    "BLIS_NUM_THREADS": "1",
    "VECLIB_MAXIMUM_THREADS": "1",
    "NPY_DISABLE_CPU_FEATURES": _BEYOND_BASELINE,
}
if hasattr(os, "uname") and os.uname().machine in _OLDEST_CORE:
    WANTED["OPENBLAS_CORETYPE"] = _OLDEST_CORE[os.uname().machine]
