"""On a build's PYTHONPATH: any Internet socket that Python code opens there ends the build."""

import socket
import sys

_INTERNET = {socket.AF_INET, socket.AF_INET6}


def _refuse(event, args):
    if event == "socket.__new__" and args[1] in _INTERNET:
        raise RuntimeError("a socket was opened during a build")
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        raise RuntimeError(f"a name was looked up during a build: {args[0]}")


sys.addaudithook(_refuse)
