import { type Catalogue, type CatalogueModel, modelFilters } from "../../../catalogue.ts";
import type { Chosen } from "./address.ts";

/** What a query narrows the models to; whatever the catalogue does not offer is ignored. */
export function readChosen(query: URLSearchParams, { choices }: Catalogue): Chosen {
  return Object.fromEntries(
    modelFilters.flatMap((filter) => {
      const id = query.get(filter);
      return choices[filter].some((choice) => choice.id === id) ? [[filter, id]] : [];
    }),
  );
}

/** The models that fit all that was chosen. */
export function narrow(models: readonly CatalogueModel[], chosen: Chosen): readonly CatalogueModel[] {
  return models.filter((model) =>
    modelFilters.every((filter) => chosen[filter] === undefined || model[filter].id === chosen[filter]),
  );
}
