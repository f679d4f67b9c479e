"""From page plans to a site engine: stubs, the Markdown extension, the MkDocs plugin, the generator for the others."""
