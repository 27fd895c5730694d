package bot

import "samspil/internal/text"

var (
	errStranger = text.New(
		"Jeg kender dig ikke endnu, så jeg kan hverken vise eller gemme noget for dig. Bed din administrator om at tilføje dig i Samspil.",
		"I do not know you yet, so I can neither show nor save anything for you. Ask your administrator to add you to Samspil.")
	errInactive = text.New(
		"Din adgang til Samspil er lukket, så jeg kan hverken vise eller gemme noget for dig. Spørg din administrator, hvis det ikke passer.",
		"Your access to Samspil is closed, so I can neither show nor save anything for you. Ask your administrator if that is not right.")
	errLong = text.New(
		"Teksten er på %s tegn, og jeg kan højst læse %s ad gangen. Kort den af, eller send den i flere dele; intet er gemt endnu.",
		"The text has %s characters, and I can read at most %s at a time. Shorten it, or send it in parts; nothing is saved yet.")
	errButtonGone = text.New(
		"Den knap virker ikke længere. Skriv kommandoen igen, så får du en ny.",
		"That button no longer works. Type the command again to get a new one.")
	errFormGone = text.New(
		"Den formular virker ikke længere, og intet er gemt. Skriv kommandoen igen, så åbner jeg en ny.",
		"That form no longer works, and nothing is saved. Type the command again and I will open a new one.")
	errInternal = text.New(
		"Noget gik galt hos mig. Prøv igen om lidt, og giv din administrator fejlnummeret %s, hvis det bliver ved.",
		"Something went wrong on my side. Try again in a moment, and give your administrator the error number %s if it goes on.")

	maskedOne   = text.New("Et CPR-nummer blev skjult, før noget blev gemt.", "A CPR number was masked before anything was stored.")
	maskedMany  = text.New("Flere CPR-numre blev skjult, før noget blev gemt.", "Several CPR numbers were masked before anything was stored.")
	deleteYours = text.New("Slet selv din besked, hvis andre kan se den.", "Please delete your own message if others can see it.")
)
