import { betweenSection } from './between.section.ts'
import { buddySection } from './buddy.section.ts'
import { certificateSection } from './certificate.section.ts'
import { goalSection } from './goal.section.ts'
import { nextSection } from './next.section.ts'
import { type OwnSection, ownSectionKeys } from './own.section.ts'
import { portfolioSection } from './portfolio.section.ts'
import { quoteSection } from './quote.section.ts'
import { seenSection } from './seen.section.ts'

/** The parts of a learner's first page. Each room that has one adds its line here. */
const sections: readonly OwnSection[] = [
  goalSection,
  buddySection,
  nextSection,
  betweenSection,
  portfolioSection,
  certificateSection,
  quoteSection,
  seenSection,
]

/** In the order of the page. */
export const ownSections: readonly OwnSection[] = ownSectionKeys.flatMap((key) =>
  sections.filter((section) => section.key === key),
)
