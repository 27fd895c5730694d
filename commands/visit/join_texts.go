package visit

import "samspil/internal/text"

var (
	// to who joins
	textJoined        = text.New("🤝 I er med: %s · %s · %s", "🤝 You take part: %s · %s · %s")
	textGoesWith      = text.New("Planlagt af %s, %s.", "Planned by %s, %s.")
	textPlannerTold   = text.New("%s får besked.", "%s is told.")
	textLeaveAny      = text.New("Meld fra, hvis I alligevel ikke kommer.", "Leave if you do not come after all.")
	textPlannerGone   = text.New("%s bruger ikke Samspil længere, så beskeden når ikke frem. Tal med %s.", "%s no longer uses Samspil, so the message does not arrive. Talk to %s.")
	textInstead       = text.New("Jeres eget besøg, kontakt nr. %d, er taget tilbage.", "Your own visit, contact no. %d, is taken back.")
	textBrief         = text.New("Godt at vide før besøget", "Good to know before the visit")
	itemPromised      = text.New("Lovet: %s", "Promised: %s")
	itemBefore        = text.New("Før: %s", "Before: %s")
	itemBrings        = text.New("%s tager med: %s", "%s brings: %s")
	textNothingBefore = text.New("Ingen af jer har talt med virksomheden før, så vidt jeg kan se.", "As far as I can see, none of you has talked to the company before.")
	textLeft          = text.New("I er ikke længere med: %s · %s · %s", "You no longer take part: %s · %s · %s")
	textLeftHidden    = text.New("I er ikke længere med i besøget, som %s planlægger.", "You no longer take part in the visit that is planned by %s.")
	textBrings        = text.New("📝 Noteret, hvad I tager med: %s · %s · %s", "📝 Noted what you bring: %s · %s · %s")
	buttonBring       = text.New("Vi tager med …", "We bring …")
	buttonAsk         = text.New("Stil et spørgsmål", "Ask a question")
	buttonAskOne      = text.New("Spørg %s", "Ask %s")
	buttonJoin        = text.New("Deltag: %s, %s", "Join: %s, %s")
	buttonJoinAgain   = text.New("Deltag alligevel", "Join after all")
	buttonLeave       = text.New("Meld fra", "Leave")
	buttonPlanOwn     = text.New("Planlæg selv", "Plan your own")

	// to who planned: channel, company and day, then who and from where
	textJoins     = text.New("🤝 %[4]s fra %[5]s vil gerne med: %[1]s · %[2]s · %[3]s", "🤝 %[4]s from %[5]s would like to come along: %[1]s · %[2]s · %[3]s")
	textLeftTold  = text.New("%[4]s fra %[5]s kommer alligevel ikke med: %[1]s · %[2]s · %[3]s", "%[4]s from %[5]s does not come along after all: %[1]s · %[2]s · %[3]s")
	textAsks      = text.New("❓ %[4]s fra %[5]s spørger om: %[1]s · %[2]s · %[3]s", "❓ %[4]s from %[5]s asks about: %[1]s · %[2]s · %[3]s")
	textAnswers   = text.New("💬 %[4]s fra %[5]s svarer om: %[1]s · %[2]s · %[3]s", "💬 %[4]s from %[5]s answers about: %[1]s · %[2]s · %[3]s")
	buttonAnswer  = text.New("Svar", "Answer")
	buttonWrite   = text.New("Skriv til %s", "Write to %s")
	textSent      = text.New("📨 Sendt til %s, %s:", "📨 Sent to %s, %s:")
	textNoAnswer  = text.New("%s kan ikke længere se kontakten, så svaret er ikke sendt. Ring eller skriv selv.", "%s can no longer see the contact, so the answer is not sent. Call or write yourself.")
	textNoPlan    = text.New("Der er ingen kontakt nr. %d, som du kan spørge til. Tjek virksomheden, så ser du, hvem der er på vej.", "There is no contact no. %d that you can ask about. Check the company to see who is on the way.")
	textNotJoined = text.New("I har ikke meldt jer til kontakt nr. %d. Tjek virksomheden, så ser du, hvad I kan deltage i.", "You have not joined contact no. %d. Check the company to see what you can join.")

	// to those who joined
	textJointMoved  = text.New("📅 Flyttet af %[4]s, %[5]s: %[1]s · %[2]s · %[3]s", "📅 Moved by %[4]s, %[5]s: %[1]s · %[2]s · %[3]s")
	textJointBefore = text.New("Før: %s.", "Before: %s.")
	textJointOff    = text.New("🚫 Aflyst af %[4]s, %[5]s: %[1]s · %[2]s · %[3]s", "🚫 Called off by %[4]s, %[5]s: %[1]s · %[2]s · %[3]s")
	textJointOn     = text.New("↩️ Bliver til noget alligevel hos %[4]s, %[5]s: %[1]s · %[2]s · %[3]s", "↩️ On again with %[4]s, %[5]s: %[1]s · %[2]s · %[3]s")
	textParted      = text.New("I er ikke længere med i besøget, som %s planlagde til %s. Spørg dem, hvis det kommer bag på jer.", "You no longer take part in the visit that %s planned for %s. Ask them if that surprises you.")

	// forms
	titleBring   = text.New("Hvad tager I med?", "What do you bring?")
	introBring   = text.New("Den, der har planlagt besøget, og de andre, der deltager, kan se det.", "Who planned the visit, and the others who take part, can see it.")
	labelBring   = text.New("Vi tager med", "We bring")
	hintBring    = text.New("Fx oplæg om voksenlærlinge, kursusoversigt, kontakt til kompetencefonden.", "For example a talk on adult apprentices, course lists, a contact at the competence fund.")
	titleAsk     = text.New("Stil et spørgsmål", "Ask a question")
	introAsk     = text.New("Spørgsmålet går til den, der har planlagt besøget, sammen med dit navn.", "The question goes to who planned the visit, together with your name.")
	labelAsk     = text.New("Spørgsmål", "Question")
	hintAsk      = text.New("Skriv ikke CPR-numre eller andet følsomt om personer.", "Do not write CPR numbers or anything else sensitive about people.")
	titleAnswer  = text.New("Svar", "Answer")
	introAnswer  = text.New("Svaret går til den, der spurgte, sammen med dit navn.", "The answer goes to who asked, together with your name.")
	labelAnswer  = text.New("Besked", "Message")
	buttonSend   = text.New("Send", "Send")
	errWords     = text.New("Skriv mindst ét ord.", "Write at least one word.")
	errWordsLong = text.New("Der er plads til %s tegn. Kort teksten af.", "There is room for %s characters. Shorten the text.")
	errWordsHeld = text.New("Teksten har ord om %s og skal til en anden organisation. Skriv den uden.", "The text has words about %s and goes to another organisation. Write it without.")
)
