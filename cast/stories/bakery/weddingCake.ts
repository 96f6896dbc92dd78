import { tale } from '../../telling.ts'

/** The cake on the wrong day, put right the same night, and the planner who stayed because of one sentence. */
export const weddingCake = tale(
  'wedding-cake',
  'amara',
  'bakery',
  'The Okoro cake is here. The wedding is tomorrow',
  ({ ago, mail, reply, note, kept, done }) => {
    const again = ago(79, '10:00')
    return [
      mail(
        ago(80, '16:12'),
        (words) =>
          `Inês,\n\nyour van has just brought the Okoro cake. It is beautiful and it is a day early. The wedding is ${words.day(again)}. It stands in a hall without cooling, three tiers of buttercream, it is 27 degrees in here and the top tier has begun to lean like a tired hat.\n\nThe order form says the right date, I have it in my hand. 140 people, and a bride who chose that cake before she chose the hall. What now?\n\nAmara`,
      ),
      reply(
        'ines',
        ago(80, '16:20'),
        (pen) =>
          `Amara,\n\nThe form says the right date and I read the wrong line. Nobody else did. You stand in a hot hall, the evening before a wedding you have carried for a year, with a cake that will not last the night. I am sorry.\n\nLeave it where it is, do not try to save it. Tomás and I bake it again tonight. ${pen.promise('cake', 'bake the Okoro cake again and bring it', again, `I will have it in the hall ${pen.by(again)}`)}, in the cooled van, and I put the flowers on myself. I call you when the last tier comes out of the oven, whatever hour that is, so that you can sleep.\n\nThe second cake costs nothing, and neither does the first.\n\nInês`,
      ),
      note(
        'tomas',
        ago(80, '16:31'),
        'I am in. Cancelled my sister. We have eggs for it but not enough white chocolate, Rosa drives to the city.',
      ),
      kept('cake', 'ines', ago(79, '09:40')),
      mail(
        ago(78, '11:00'),
        'It stood there at twenty to ten as if it had never stood anywhere else. The bride never knew, her mother danced with the baker’s boy, and the first cake went to the kitchen staff, who have asked me to be early more often.\n\nI have worked with bakers for twelve years. None has ever written “I read the wrong line”. We will go on with you.\n\nAmara',
      ),
      reply(
        'ines',
        ago(78, '11:30'),
        'Amara,\n\nThank you for trusting us with the second one while you were looking at the first. From this week I read the date of every celebration back to you aloud, a week before, and write down that you said yes. It hangs above the oven.\n\nNothing is left to pay. I hope you slept.\n\nInês',
      ),
      reply(
        'ines',
        ago(73, '09:10'),
        'Amara,\n\nThe bride is back from the sea by now and you have slept. So I ask while it is quiet: is it good again between us? If a piece of that evening is still in your way, the hall, the call at two in the morning, I would rather hear it from you than from nobody.\n\nInês',
      ),
      mail(
        ago(72, '18:40'),
        'Inês,\n\nit is good. The call at two was the first time in my life that a baker woke me to say I could sleep. I only ask for one thing: the next bride gets the same form, and you read it to me.\n\nAmara',
      ),
      done('ines', ago(72, '18:50'), 'thanks'),
    ]
  },
)
