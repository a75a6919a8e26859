/** Trees, shrubs and ferns by their Latin names: they are the same in every language, and nobody's. */
const leaves = [
  "Abies",
  "Acer",
  "Adiantum",
  "Aesculus",
  "Alnus",
  "Amelanchier",
  "Arbutus",
  "Asplenium",
  "Athyrium",
  "Berberis",
  "Betula",
  "Blechnum",
  "Buxus",
  "Carpinus",
  "Castanea",
  "Catalpa",
  "Cedrus",
  "Celtis",
  "Cercis",
  "Clematis",
  "Cornus",
  "Corylus",
  "Crataegus",
  "Cryptomeria",
  "Daphne",
  "Davallia",
  "Dryopteris",
  "Erica",
  "Euonymus",
  "Fagus",
  "Ficus",
  "Frangula",
  "Fraxinus",
  "Ginkgo",
  "Gleditsia",
  "Hedera",
  "Ilex",
  "Juglans",
  "Juniperus",
  "Larix",
  "Laurus",
  "Ligustrum",
  "Liquidambar",
  "Lonicera",
  "Magnolia",
  "Malus",
  "Morus",
  "Myrtus",
  "Nothofagus",
  "Nyssa",
  "Olea",
  "Osmunda",
  "Ostrya",
  "Picea",
  "Pinus",
  "Platanus",
  "Polypodium",
  "Populus",
  "Prunus",
  "Pteris",
  "Quercus",
  "Rhamnus",
  "Ribes",
  "Robinia",
  "Rosa",
  "Rubus",
  "Salix",
  "Sambucus",
  "Sequoia",
  "Sorbus",
  "Spiraea",
  "Styrax",
  "Syringa",
  "Taxus",
  "Thuja",
  "Tilia",
  "Tsuga",
  "Ulmus",
  "Vaccinium",
  "Viburnum",
  "Vitis",
  "Wisteria",
  "Zelkova",
  "Ziziphus",
] as const;

/**
 * A name for a mask that nobody in the room has. `random` is a whole number from 0; with all leaves taken, one gets a
 * number behind it.
 */
export function maskName(random: number, taken: ReadonlySet<string>): string {
  for (let round = 1; ; round++) {
    for (let i = 0; i < leaves.length; i++) {
      const name = leaves[(random + i) % leaves.length]! + (round > 1 ? ` ${round}` : "");
      if (!taken.has(name)) return name;
    }
  }
}

/** The name as it is, or with a number behind it when a mask in the room happens to be called the same. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let round = 1; ; round++) {
    const tried = round > 1 ? `${name} (${round})` : name;
    if (!taken.has(tried)) return tried;
  }
}
