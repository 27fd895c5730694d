package model

import "samspil/internal/text"

var (
	sayStatus    = text.New("serveren svarede med status %d", "the server answered with status %d")
	sayEmpty     = text.New("svaret siger intet", "the answer says nothing")
	sayStruck    = text.New("mere end en tredjedel af udkastet står ikke i dokumentet", "more than a third of the draft is not in the document")
	sayNoJSON    = text.New("svaret er ikke den JSON, der blev bedt om", "the answer is not the JSON asked for")
	sayCut       = text.New("svaret blev afbrudt", "the answer was cut off")
	sayRefused   = text.New("modellen eller dens filter afviste dokumentet", "the model or its filter refused the document")
	sayTooLong   = text.New("dokumentet er for langt for modellen", "the document is too long for the model")
	sayNoChoice  = text.New("svaret er tomt", "the answer is empty")
	sayLate      = text.New("der kom intet svar i tide", "no answer came in time")
	sayReach     = text.New("serveren kan ikke nås, eller den svarer ikke, som en sprogmodel gør", "the server cannot be reached, or does not answer as a model does")
	sayRedirects = text.New("serveren viderestiller til en anden adresse, og det følges ikke", "the server redirects to another address, which is not followed")

	sayAddress = text.New("adressen skal begynde med https:// (http:// kun på denne maskine eller et privat netværk) og må ikke indeholde en adgangskode", "the address is to begin with https:// (http:// only on this machine or a private network), and to hold no password")
	sayName    = text.New("modellens navn mangler", "the model's name is missing")
	sayFormat  = text.New("formatet skal være json_schema, json_object eller plain", "the format is to be json_schema, json_object or plain")
)

// What was wrong with the model.
var (
	errEmpty     = Reason{say: sayEmpty}
	errStruck    = Reason{say: sayStruck}
	errNoJSON    = Reason{say: sayNoJSON}
	errCut       = Reason{say: sayCut}
	errRefused   = Reason{say: sayRefused}
	errTooLong   = Reason{say: sayTooLong}
	errNoChoice  = Reason{say: sayNoChoice}
	errLate      = Reason{say: sayLate}
	errReach     = Reason{say: sayReach}
	errRedirects = Reason{say: sayRedirects}
)

// The settings that cannot be used. None of them holds the key.
var (
	ErrAddress = Reason{say: sayAddress}
	ErrName    = Reason{say: sayName}
	ErrFormat  = Reason{say: sayFormat}
)
