"""The machine below: `workers` (other processes), `process` (how this one ends), `paths` (templates), `http_server`."""
