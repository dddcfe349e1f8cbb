import { OwnSignInPage } from '../access/OwnSignInPage.tsx'
import { PlainFrame } from './PlainFrame.tsx'

export function OwnSignInRoutePage() {
  return (
    <PlainFrame>
      <OwnSignInPage />
    </PlainFrame>
  )
}
