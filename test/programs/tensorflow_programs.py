import keras_programs
import savedmodel_programs
from answer import serve

serve({"keras": keras_programs.predict, "savedmodel": savedmodel_programs.predict})
