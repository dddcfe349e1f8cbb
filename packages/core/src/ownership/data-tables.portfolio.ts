import type { Words } from './data-tables.types.ts'

const hers: Words = [
  'Dat is van de deelnemer alleen. Die neemt het zelf mee, vanaf de eigen leerpagina.',
  'That is the learner’s alone. She takes it along herself, from her own learning page.',
]
const shared: Words = [
  'Dat is van de deelnemer. Wat met toestemming meetelt, staat in het verslag van het traject.',
  'That is the learner’s. What counts with consent stands in the report of the trajectory.',
]

/** What a learner keeps of her own learning: the organisation gets none of it. */
export const portfolioLeftOut: Readonly<Record<string, Words>> = {
  learning_attainment: [`Hoe ver een leerdoel kwam. ${shared[0]}`, `How far a goal came. ${shared[1]}`],
  learning_exercise: [
    `Oefeningen die iemand opschreef. ${shared[0]}`,
    `Exercises somebody wrote down. ${shared[1]}`,
  ],
  learning_strategy: [`Eigen plannen. ${hers[0]}`, `Plans of one’s own. ${hers[1]}`],
  portfolio_piece: [`Stukken in een map. ${hers[0]}`, `Pieces of a portfolio. ${hers[1]}`],
  portfolio_share: [`Links naar een map. ${hers[0]}`, `Links to a portfolio. ${hers[1]}`],
  peer_feedback: [
    `Wat iemand aan een deelnemer schreef. ${hers[0]}`,
    `What somebody wrote to a learner. ${hers[1]}`,
  ],
}
