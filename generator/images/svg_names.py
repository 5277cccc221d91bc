"""What a drawing may be made of: elements and attributes of SVG that draw, and none that act, move, fetch or embed."""

from __future__ import annotations

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"

_ELEMENTS = """
    svg g defs symbol use switch title desc style a
    path rect circle ellipse line polyline polygon text tspan textPath tref image
    linearGradient radialGradient stop pattern clipPath mask marker
    filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
    feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
"""
_LEFT_OUT = """
    metadata view color-profile cursor font font-face font-face-format font-face-name font-face-src font-face-uri glyph
    hkern missing-glyph vkern
"""
_ATTRIBUTES = """
    id class style lang role tabindex version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry
    fx fy fr d points transform pathLength href type media dx dy rotate textLength lengthAdjust startOffset method
    spacing side gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits
    patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
    filterUnits primitiveUnits in in2 result mode operator k1 k2 k3 k4 values stdDeviation edgeMode radius scale
    xChannelSelector yChannelSelector order kernelMatrix divisor bias targetX targetY preserveAlpha surfaceScale
    diffuseConstant specularConstant specularExponent azimuth elevation z pointsAtX pointsAtY pointsAtZ
    limitingConeAngle baseFrequency numOctaves seed stitchTiles amplitude exponent intercept slope tableValues
    kernelUnitLength requiredFeatures systemLanguage aria-label aria-labelledby aria-describedby aria-hidden
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
    direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font
    font-family font-feature-settings font-size font-size-adjust font-stretch font-style font-variant font-weight
    glyph-orientation-horizontal glyph-orientation-vertical image-rendering kerning letter-spacing lighting-color
    marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
    pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering
    transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode
"""
ELEMENTS, ATTRIBUTES = frozenset(_ELEMENTS.split()), frozenset(_ATTRIBUTES.split())
LEFT_OUT = frozenset(_LEFT_OUT.split())
"""Elements that may stand in a drawing and do not go with it: browsers show nothing of them."""
OTHER_LANGUAGES = frozenset({"http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"})
"""Elements that browsers understand also inside a drawing. Those of drawing programs, in namespaces of their own, show
nothing and are left out.
"""
