/** The parts of one team or network, each a page of its own. Whoever brings one adds its line here, in the order of the page. */
export const circleTabs = [
  { key: 'overview', to: '/team/$relation' },
  { key: 'people', to: '/team/$relation/mensen' },
  { key: 'words', to: '/team/$relation/woorden' },
  { key: 'check', to: '/team/$relation/check' },
  { key: 'map', to: '/team/$relation/kaart' },
  { key: 'tensions', to: '/team/$relation/spanningen' },
] as const
