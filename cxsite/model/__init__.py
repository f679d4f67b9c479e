"""What a journey is: frozen shapes without input or output. The JSON Schema comes from here."""
