import { NextStepPage } from '../access/NextStepPage.tsx'
import { PlainFrame } from './PlainFrame.tsx'

export function NextStepRoutePage() {
  return (
    <PlainFrame>
      <NextStepPage />
    </PlainFrame>
  )
}
