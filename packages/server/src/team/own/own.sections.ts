import { agreementsSection } from './agreements.section.ts'
import { checkSection } from './check.section.ts'
import { familySection } from './family.section.ts'
import { glossarySection } from './glossary.section.ts'
import { mapSection } from './map.section.ts'
import { nextSection } from './next.section.ts'
import { type OwnCircleSection, ownCircleKeys } from './own.section.ts'
import { seenSection } from './seen.section.ts'
import { tensionSection } from './tension.section.ts'

/** The parts of somebody's first page of a circle. Whoever has one adds its line here. */
const sections: readonly OwnCircleSection[] = [
  nextSection,
  familySection,
  checkSection,
  agreementsSection,
  mapSection,
  glossarySection,
  tensionSection,
  seenSection,
]

/** In the order of the page. */
export const ownCircleSections: readonly OwnCircleSection[] = ownCircleKeys.flatMap((key) =>
  sections.filter((section) => section.key === key),
)
