import { expect, it } from 'vitest'
import { meetingPart } from './meeting-part.ts'

it.each([
  [{ key: 'agree', at: 6, of: 7 }, 'agreeing'],
  [{ key: 'agree', at: 7, of: 7 }, 'agreeing'],
  [{ key: 'round', at: 3, of: 7 }, 'table'],
  [{ key: 'evaluation', at: 7, of: 7 }, 'closing'],
  [{ key: 'facts', at: 2, of: 7 }, 'case'],
  [{ key: 'round', isShadow: true, at: 7, of: 7 }, 'shadow'],
] as const)('%o is %s', (step, part) => expect(meetingPart(step)).toBe(part))
