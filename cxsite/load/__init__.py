"""From files to the model: trees and rows with positions, and diagnostics of form. Reads, never writes."""
