"""Films and pictures of running sites: `browser` opens one, `actions` does things in it, `recorder` films storyboards,
`described_screenshots` and `screenshots` take the pictures that guides describe.
"""
