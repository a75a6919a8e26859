import type { Language } from "../i18n/i18n";

/**
 * The words that proposed names are made of. Plants, weather, light and plain things; nothing that hints at a person's
 * sex, origin, faith or past, or at what this place is for. Spanish follows its own order, with adjectives of one form.
 */
export const nameWords: Record<Language, { first: string[]; second: string[] }> = {
  en: {
    first: words(`Amber Autumn Blue Bold Brave Breezy Bright Brisk Calm Candid Cedar Clear Cloudy Copper Coral Cosy
      Curious Dawn Deep Distant Dusky Early Easy Even Faraway Fern Fine Firm Fresh Frosty Gentle Glad Golden Green
      Hazel Hidden Humble Indigo Ivory Jade Keen Kind Late Lively Lunar Mellow Merry Mild Misty Mossy Nimble Northern
      Olive Open Patient Pearly Plain Plum Quick Quiet Rainy Ready Ruby Russet Sage Sandy Sea Serene Silver Simple
      Slow Smooth Soft Solar Southern Spring Starry Steady Still Stony Summer Sunny Sure Swift Teal Tidal Tidy Twilight
      Umber Velvet Violet Warm Western Wide Wild Winter Wise Woven`),
    second: words(`Acorn Alder Anchor Apple Arbor Arch Ash Aspen Aster Badger Bay Beacon Birch Bloom Bough Branch Bridge
      Brook Canyon Clover Coast Comet Compass Cove Crane Creek Current Daisy Delta Dune Elm Ember Fable Falcon Feather
      Field Finch Fjord Garden Glade Grove Harbor Hare Harvest Heath Hedge Heron Hill Hollow Horizon Inlet Island Ivy
      Juniper Kettle Kite Lagoon Lake Lantern Lark Laurel Ledge Lichen Linden Loom Lotus Maple Marsh Meadow Mesa Moon
      Moth Mountain Nest Oak Orchard Otter Owl Path Pebble Petal Pine Planet Pond Poplar Prairie Rain Reed Reef Ridge
      River Robin Rowan Sail Shell Shore Sky Sparrow Spruce Star Stone Stream Summit Swallow Thicket Thistle Thrush
      Tide Timber Trail Valley Wave Willow Window Wren Yarrow`),
  },
  es: {
    first: words(`Abedul Acantilado Alameda Alba Alerce Almendro Arce Arena Arrecife Arroyo Bahía Bosque Brisa Brújula
      Cala Camino Campo Canela Cascada Cauce Cedro Cerezo Cerro Cielo Ciruelo Cometa Coral Cumbre Delta Encina Enebro
      Escarcha Espiga Estela Estrella Farol Fresno Fuente Girasol Golondrina Gorrión Granado Haya Helecho Hierba Hoja
      Hoguera Huerto Isla Jacaranda Jardín Jazmín Lago Laurel Limonero Linterna Lluvia Loma Luna Madera Manzano Marea
      Melodía Mirador Mirlo Monte Musgo Naranjo Nido Niebla Nogal Nube Ola Olivo Orilla Otoño Palmera Peral Piedra Pino
      Playa Pluma Pradera Primavera Puente Puerto Raíz Ribera Río Roble Rocío Romero Sauce Semilla Senda Sendero Sierra
      Sombra Tilo Tomillo Trigo Valle Velero Ventana Verano Viento`),
    second: words(`Azul Celeste Constante Alegre Amable Ágil Paciente Apacible Brillante Cordial
      Dulce Elegante Errante Estable Estival Feliz Fértil Fiel Firme Flexible Fluvial Fuerte Fugaz
      Grande Humilde Invernal Jovial Libre Leve Lunar Marfil Matinal Mineral Móvil Natural Noble
      Otoñal Paciente Perenne Persistente Prudente Radiante Reluciente Resonante Rural Sagaz Salvaje
      Sensible Silvestre Simple Solar Sonriente Suave Sutil Tenaz Tenue Transparente Turquesa Valiente Verde
      Veloz Versátil Violeta Vivaz`),
  },
};

function words(text: string): string[] {
  return [...new Set(text.trim().split(/\s+/))];
}
