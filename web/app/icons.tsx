import { BookOpenIcon } from '@phosphor-icons/react/dist/csr/BookOpen'
import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree'
import { GearSixIcon } from '@phosphor-icons/react/dist/csr/GearSix'
import { HandshakeIcon } from '@phosphor-icons/react/dist/csr/Handshake'
import { LeafIcon } from '@phosphor-icons/react/dist/csr/Leaf'
import { LifebuoyIcon } from '@phosphor-icons/react/dist/csr/Lifebuoy'
import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass'
import { MegaphoneSimpleIcon } from '@phosphor-icons/react/dist/csr/MegaphoneSimple'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { QuestionIcon } from '@phosphor-icons/react/dist/csr/Question'
import { SignpostIcon } from '@phosphor-icons/react/dist/csr/Signpost'
import { SunHorizonIcon } from '@phosphor-icons/react/dist/csr/SunHorizon'
import { TrayIcon } from '@phosphor-icons/react/dist/csr/Tray'
import { UsersIcon } from '@phosphor-icons/react/dist/csr/Users'
import { WifiSlashIcon } from '@phosphor-icons/react/dist/csr/WifiSlash'

export const icons = {
  today: SunHorizonIcon,
  inbox: TrayIcon,
  promises: HandshakeIcon,
  customers: UsersIcon,
  matters: MegaphoneSimpleIcon,
  incidents: LifebuoyIcon,
  status: SignpostIcon,
  search: MagnifyingGlassIcon,
  library: BookOpenIcon,
  help: QuestionIcon,
  settings: GearSixIcon,
  plus: PlusIcon,
  more: DotsThreeIcon,
  sample: LeafIcon,
  offline: WifiSlashIcon,
}
