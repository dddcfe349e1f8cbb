/** The four families of voices that have a colour and a shape. */
export type MapVoice = 'client' | 'kin' | 'professional' | 'partner'

/** How often, from seldom to every week. */
export type MapOften = 'seldom' | 'monthly' | 'fortnightly' | 'weekly'

/** How useful; `untold` where that was not said. */
export type MapUseful = 'yes' | 'bit' | 'not' | 'untold'

/** What became of a line between two moments. */
export type MapTieChange = 'new' | 'gone' | 'changed' | 'same'

/** Somebody in the picture: her voice gives colour and shape, her sides their numbers. */
export type MapPerson = {
  readonly key: string
  readonly name: string
  readonly voice: MapVoice
  /** Numbers of her sides, from 1, as the legend names them; she stands once, at the first. */
  readonly sides: readonly number[]
}

/** A line from who tells to whom she names. */
export type MapTie = {
  readonly from: string
  readonly to: string
  readonly often: MapOften
  readonly useful: MapUseful
  /** Null where no two moments are compared. */
  readonly change: MapTieChange | null
}

export type MapWords = {
  readonly voices: Readonly<Record<MapVoice, string>>
  readonly often: Readonly<Record<MapOften, string>>
  readonly useful: Readonly<Record<MapUseful, string>>
  readonly change: Readonly<Record<MapTieChange, string>>
}

export type NetworkMapInput = {
  /** Makes the ids in the picture unique on its page. */
  readonly idPrefix: string
  readonly title: string
  readonly description: string
  readonly lang: 'nl' | 'en'
  /** In user units (px on the screen). */
  readonly width: number
  /** In the order in which they stand: side by side, each side in its order. */
  readonly people: readonly MapPerson[]
  readonly sides: readonly string[]
  readonly ties: readonly MapTie[]
  /** What the signs mean, for the legend. */
  readonly words: MapWords
  /** Whose lines stand out; null for nobody. */
  readonly focus: string | null
}

/** From this width on the picture can be read; below it stands the list alone. */
export const networkMapLeast = 640
