import { Button } from '../primitives/button'
import { useAddWays } from './add-ways-menu'

/** Every way in as a button of its own, for where there is nothing else to look at. */
export const AddWays = () => (
  <div className="flex flex-wrap justify-center gap-2">
    {useAddWays().map(({ key, label, icon: Icon, onSelect }, i) => (
      <Button key={key} variant={i === 0 ? 'primary' : 'plain'} size="large" onClick={onSelect}>
        {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : null}
        {label}
      </Button>
    ))}
  </div>
)
