"""Films and pictures of running sites: `browser` opens one, `actions` does things in it, `storyboard_recorder` films
storyboards, `described_screenshots` and `screenshots` take the pictures that guides describe.
"""
