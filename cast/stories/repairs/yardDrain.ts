import { photoOfGrate } from '../../attachments.ts'
import { tale } from '../../telling.ts'

/** A photograph with a file name in two scripts, and a repair nobody had to wait for. */
export const yardDrain = tale(
  'yard-drain',
  'wei',
  'repairs',
  '院子 Drain in the yard',
  ({ ago, mail, reply, done }) => [
    mail(
      ago(12, '08:00'),
      'Hello,\n\nafter every rain the water in my yard stands two fingers high until the next day. I clean the grate but under it is something I cannot reach. Please see the photo. My mother is 82 and crosses the yard to her kitchen, I am afraid that she falls.\n\nCan you look at it before it rains again?\n\n陈伟 Chen Wei',
      { attachments: [photoOfGrate()] },
    ),
    reply(
      'ben',
      ago(12, '12:50'),
      'Dear Wei,\n\nI saw your photo at ten and was in your street anyway, so I have been there; your mother let me in and held the bucket. Under the grate sat a tennis ball in a nest of leaves. It is out, and three buckets of water ran off in a minute.\n\nShe can cross the yard dry. No charge, the ball was the whole job. If the water stands again after the next rain, send me one word and I come with the camera.\n\nBen',
    ),
    mail(
      ago(9, '07:30'),
      'It rained all night and the yard is dry. My mother says you bowed to her. She would like to know if you eat dumplings. 谢谢!\nWei',
    ),
    reply(
      'ben',
      ago(9, '07:48'),
      'Dear Wei,\n\nI eat them as fast as they come. Please thank her for the bucket work, she has a steady hand.\n\nBen',
    ),
    done('ben', ago(9, '07:49'), 'thanks'),
  ],
)
