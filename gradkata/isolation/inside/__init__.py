"""The code that runs in the sandbox: the fork server and the student's process.

It imports no other part of gradkata, so that no other part has to be visible in the sandbox.
"""
