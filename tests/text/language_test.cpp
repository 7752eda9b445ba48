// SPDX-FileCopyrightText: 2026 The demarche authors
// SPDX-License-Identifier: Apache-2.0
#include "text/language.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace demarche;
using namespace demarche::text;

TEST_CASE("English is told by its most frequent words") {
    struct Case {
        const char* name;
        const char* text;
        bool english;
    };
    const Case cases[] = {
        {"news",
         "The harbour board said on Monday that it would open the gate to ferries from the "
         "islands, and that the toll would be the same for all who use it.",
         true},
        {"a dry list with few of them",
         "Ferry tolls rose in March. Oslo pays four crowns. Riga pays five crowns. The board of "
         "the harbour and the union met twice. Both want lower tolls.",
         true},
        {"French",
         "Le conseil du port a dit lundi que la porte serait ouverte aux bacs des îles et que le "
         "péage resterait le même pour tous ceux qui l'empruntent chaque jour.",
         false},
        {"German",
         "Der Hafenrat sagte am Montag, das Tor werde für die Fähren von den Inseln geöffnet, und "
         "die Maut bleibe in allen Fällen für jeden gleich, der es benutzt.",
         false},
        {"Dutch",
         "De havenraad zei maandag dat de poort in de zomer open gaat voor de veerboten van de "
         "eilanden en dat de tol voor iedereen die er gebruik van maakt gelijk is.",
         false},
        {"Danish",
         "Havnerådet sagde mandag, at porten vil blive åbnet for færger fra øerne, og at afgiften "
         "skal være den samme for alle, der bruger den i løbet af året.",
         false},
        {"Spanish",
         "El consejo del puerto dijo el lunes que la puerta se abrirá a los barcos de las islas y "
         "que el peaje será el mismo para todos los que la usan cada día.",
         false},
        {"Polish",
         "Rada portu powiedziała w poniedziałek, że brama zostanie otwarta dla promów z wysp i że "
         "opłata będzie taka sama dla wszystkich, którzy z niej korzystają.",
         false},
        {"Korean, few words", "항만 위원회는 월요일에 문을 연다고 말했다.", false},
        {"Japanese, hardly a word", "港湾委員会は月曜日に門を開くと述べた。", false},
        {"too short to tell", "It rained. The river rose.", true},
        {"too short to tell, without any of them", "Ferries sail.", true},
        {"nothing", "", true},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        CHECK(looks_english(read_text(row.text)) == row.english);
    }
}
