# Placeholder: the code of a bundle is not examined.
