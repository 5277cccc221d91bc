"""What a release says of itself: which parts it has, from whom, and under which licences.

locks      what the locks in requirements/ pin
shipped    what others made and the site carries (templates/assets/licences.txt)
bom        both as a bill of materials (CycloneDX), beside the wheel
"""
