"""What runs in the sandbox: the fork server and the student's process.

Nothing here imports anything of gradkata but its neighbours, so nothing else has to be visible in there.
"""
