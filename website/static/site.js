// Read by Datasette's table.js, which offers facets in the menu of a column.
var DATASETTE_ALLOW_FACET = true;
