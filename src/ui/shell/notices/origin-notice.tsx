import { Info } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../primitives/button'
import { useSite, useSiteState, useWords } from '../../context/ui-context'
import { NoticeItem } from './notice-item'
import { useSeenForASecond } from './use-seen-for-a-second'

/**
 * Another site that asks to use the engine; it waits for the person and does not pass by itself. That site may have
 * put the page into a frame, so it can only be allowed by somebody who had a second to see the question.
 */
export const OriginNotice = () => {
  const { t } = useWords()
  const { allowOrigin, refuseOrigin } = useSite().actions
  const origin = useSiteState(({ askingOrigin }) => askingOrigin)
  const [notice, setNotice] = useState<HTMLLIElement | null>(null)
  const seen = useSeenForASecond(notice)
  if (origin === null) return null
  return (
    <NoticeItem ref={setNotice} icon={Info} text={t('shell.originAsks', { origin })}>
      <Button
        size="small"
        aria-disabled={!seen}
        className="aria-disabled:cursor-default aria-disabled:opacity-45"
        onClick={() => {
          if (seen) allowOrigin()
        }}
      >
        {t('shell.originAllow')}
      </Button>
      <Button size="small" variant="quiet" onClick={refuseOrigin}>
        {t('shell.originRefuse')}
      </Button>
    </NoticeItem>
  )
}
