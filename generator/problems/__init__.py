"""What can be wrong and how it is told: `problem` (the value), `rules` and `content_rules` (permanent codes), `report`
(text, JSON, annotations).
"""
