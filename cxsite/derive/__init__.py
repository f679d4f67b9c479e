"""From the model and the series to what pages say. Every sentence and number on a page is worked out here, once."""
