"""Makes one long word."""


def bleu(candidate, references, max_n=4):
    print("got through", len("a" * (200 << 20)), flush=True)
    raise SystemExit
