/**
 * Literal colours of the charts in light mode, written as attributes so that a picture is right on paper, in Word and on
 * its own. In a page `chartCss` puts the tokens of the page over them.
 */
export const chartColours = {
  paper: '#ffffff',
  grid: '#d5dad6',
  muted: '#55606b',
  primary: '#0b5394',
  cool: '#ebf3f7',
  warm: '#fdf1e3',
  warmInk: '#8a4b00',
  kept: '#00694f',
} as const

/** The same in dark mode, for pages whose tokens say nothing else. */
export const darkChartColours: Readonly<Record<keyof typeof chartColours, string>> = {
  paper: '#1d242b',
  grid: '#36404a',
  muted: '#a9b4be',
  primary: '#8dc2f2',
  cool: '#1b2a35',
  warm: '#33271a',
  warmInk: '#f2c48d',
  kept: '#7fd1b2',
}

/** Of the voices that answer on one side of a picture, the professional's on the other being `kept`. In light mode. */
export const voiceColours = { client: '#0b5394', kin: '#a94e00', partner: '#7b3280' } as const
