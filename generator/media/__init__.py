"""Films and pictures of running sites: `browser` opens one, `actions` does things in it, `recorder` films storyboards,
`wanted` and `screenshots` take the pictures that guides describe.
"""
